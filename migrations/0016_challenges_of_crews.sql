CREATE TABLE `crew_challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`crew_id` text NOT NULL,
	`dancer_id` text,
	`title` text NOT NULL,
	`version` text NOT NULL,
	`section` integer NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "crew_challenges_title_length" CHECK(length("crew_challenges"."title") between 1 and 60),
	CONSTRAINT "crew_challenges_due_later" CHECK("crew_challenges"."due_at" > "crew_challenges"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `crew_challenges_by_crew` ON `crew_challenges` (`crew_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `crew_challenges_by_dancer` ON `crew_challenges` (`dancer_id`);