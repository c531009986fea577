CREATE TABLE `rejudge_failures` (
	`rules` integer NOT NULL,
	`take_id` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`rules`, `take_id`),
	FOREIGN KEY (`rules`) REFERENCES `rejudges`(`rules`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rejudges` (
	`rules` integer PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`cursor` text NOT NULL,
	`started_at` integer NOT NULL,
	`stepped_at` integer NOT NULL,
	`moved_at` integer,
	`done_at` integer,
	`total` integer NOT NULL,
	`judged` integer NOT NULL,
	CONSTRAINT "rejudges_counts" CHECK("rejudges"."total" >= 0 and "rejudges"."judged" >= 0)
);
--> statement-breakpoint
CREATE INDEX `rejudges_moved` ON `rejudges` (`rules`) WHERE moved_at is not null;--> statement-breakpoint
DROP INDEX `boards_of_section`;--> statement-breakpoint
ALTER TABLE `boards` ADD `rules` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `boards_by_rules` ON `boards` (`rules`);--> statement-breakpoint
CREATE UNIQUE INDEX `boards_of_section` ON `boards` (`version`,`section`,`kind`,`rules`);