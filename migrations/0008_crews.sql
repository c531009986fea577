CREATE TABLE `crews` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	CONSTRAINT "crews_name_length" CHECK(length("crews"."name") between 1 and 24)
);
--> statement-breakpoint
CREATE INDEX `crews_ended` ON `crews` (`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
CREATE TABLE `invites` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`crew_id` text NOT NULL,
	`dancer_id` text NOT NULL,
	`uses_left` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invites_uses_not_negative" CHECK("invites"."uses_left" >= 0)
);
--> statement-breakpoint
CREATE INDEX `invites_by_crew` ON `invites` (`crew_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invites_by_dancer` ON `invites` (`dancer_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`crew_id` text NOT NULL,
	`dancer_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`crew_id`, `dancer_id`),
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `members_by_dancer` ON `members` (`dancer_id`,`crew_id`);