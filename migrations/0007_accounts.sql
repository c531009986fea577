CREATE TABLE `codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`dancer_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `codes_by_dancer` ON `codes` (`dancer_id`);--> statement-breakpoint
CREATE INDEX `codes_expiring` ON `codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `deletions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`counts` text NOT NULL,
	`pending` text
);
--> statement-breakpoint
CREATE INDEX `deletions_pending` ON `deletions` (`at`) WHERE pending is not null;--> statement-breakpoint
DROP INDEX `bests_in_order`;--> statement-breakpoint
ALTER TABLE `bests` ADD `hidden` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `bests_in_order` ON `bests` (`board_id`,`missing`,`at`,`take_id`,`dancer_id`,`grade`,`name`) WHERE hidden = 0;--> statement-breakpoint
ALTER TABLE `dancers` ADD `hidden` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `devices` SET `id` = lower(hex(randomblob(16))), `seen_at` = `created_at` WHERE `id` = '';
