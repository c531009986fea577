CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`crew_id` text NOT NULL,
	`author_id` text,
	`dancer_id` text,
	`version` text NOT NULL,
	`section` integer NOT NULL,
	`rate` integer NOT NULL,
	`target` integer NOT NULL,
	`text` text NOT NULL,
	`made_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version`) REFERENCES `choreographies`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_due_later" CHECK("assignments"."due_at" > "assignments"."made_at"),
	CONSTRAINT "assignments_target_range" CHECK("assignments"."target" between 0 and 1000000)
);
--> statement-breakpoint
CREATE INDEX `assignments_by_crew` ON `assignments` (`crew_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `assignments_by_author` ON `assignments` (`author_id`);--> statement-breakpoint
CREATE INDEX `assignments_by_dancer` ON `assignments` (`dancer_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`crew_id` text NOT NULL,
	`dancer_id` text NOT NULL,
	`coach_id` text NOT NULL,
	`scope` text NOT NULL,
	`what` text NOT NULL,
	`made_at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grants_what" CHECK(("grants"."scope" = 'practice') = ("grants"."what" = '')),
	CONSTRAINT "grants_until_later" CHECK("grants"."until" > "grants"."made_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once` ON `grants` (`coach_id`,`dancer_id`,`crew_id`,`scope`,`what`);--> statement-breakpoint
CREATE INDEX `grants_by_dancer` ON `grants` (`dancer_id`,`until`);--> statement-breakpoint
CREATE INDEX `grants_by_crew` ON `grants` (`crew_id`,`coach_id`);--> statement-breakpoint
CREATE INDEX `grants_ending` ON `grants` (`until`);--> statement-breakpoint
CREATE TABLE `marks` (
	`take_id` text NOT NULL,
	`crew_id` text NOT NULL,
	`author_id` text NOT NULL,
	`dancer_id` text NOT NULL,
	`criteria` text NOT NULL,
	`levels` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`take_id`, `crew_id`, `author_id`),
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `marks_by_dancer` ON `marks` (`dancer_id`,`crew_id`,`at`);--> statement-breakpoint
CREATE INDEX `marks_by_author` ON `marks` (`author_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`take_id` text NOT NULL,
	`dancer_id` text NOT NULL,
	`author_id` text NOT NULL,
	`crew_id` text NOT NULL,
	`from_count` real NOT NULL,
	`to_count` real NOT NULL,
	`time` real NOT NULL,
	`limb` text,
	`text` text NOT NULL,
	`drawing` text,
	`voice_type` text,
	`voice_seconds` real,
	`made_at` integer NOT NULL,
	`edited_at` integer,
	`done_at` integer,
	`last_at` integer NOT NULL,
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notes_span" CHECK("notes"."from_count" >= 0 and "notes"."to_count" > "notes"."from_count"),
	CONSTRAINT "notes_voice_whole" CHECK(("notes"."voice_type" is null) = ("notes"."voice_seconds" is null))
);
--> statement-breakpoint
CREATE INDEX `notes_by_take` ON `notes` (`take_id`,`from_count`,`id`);--> statement-breakpoint
CREATE INDEX `notes_by_dancer` ON `notes` (`dancer_id`,`last_at`,`id`);--> statement-breakpoint
CREATE INDEX `notes_by_author` ON `notes` (`author_id`,`last_at`,`id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`note_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`take_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replies_by_note` ON `replies` (`note_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `replies_by_author` ON `replies` (`author_id`);--> statement-breakpoint
CREATE INDEX `replies_by_take` ON `replies` (`take_id`) WHERE take_id is not null;--> statement-breakpoint
CREATE TABLE `rubrics` (
	`crew_id` text PRIMARY KEY NOT NULL,
	`criteria` text NOT NULL,
	FOREIGN KEY (`crew_id`) REFERENCES `crews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `templates` (
	`dancer_id` text PRIMARY KEY NOT NULL,
	`texts` text NOT NULL,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
