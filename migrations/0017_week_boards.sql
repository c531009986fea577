DROP INDEX `boards_of_section`;--> statement-breakpoint
ALTER TABLE `boards` ADD `week` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `boards_of_section` ON `boards` (`version`,`section`,`kind`,`rules`,`week`);--> statement-breakpoint
DROP TABLE `buckets`;--> statement-breakpoint
CREATE TABLE `buckets` (
	`board_id` integer NOT NULL,
	`bucket` integer NOT NULL,
	`dancers` integer NOT NULL,
	`parts` text NOT NULL,
	PRIMARY KEY(`board_id`, `bucket`),
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "buckets_not_negative" CHECK("buckets"."dancers" >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `buckets` (`board_id`, `bucket`, `dancers`, `parts`)
	SELECT `board_id`, `bucket`, sum(`dancers`), json_group_object(CAST(`part` AS TEXT), `dancers`) FROM (
		SELECT `board_id`, `missing` / 10000 AS `bucket`, `missing` / 100 % 100 AS `part`, count(*) AS `dancers`
		FROM `bests` WHERE `hidden` = 0 GROUP BY 1, 2, 3)
	GROUP BY 1, 2;
--> statement-breakpoint
CREATE TABLE `__new_results` (
	`take_id` text NOT NULL,
	`rules` integer NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`take_id`, `rules`),
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_results` (`take_id`, `rules`, `result`) SELECT `take_id`, `rules`, `result` FROM `results`;--> statement-breakpoint
DROP TABLE `results`;--> statement-breakpoint
ALTER TABLE `__new_results` RENAME TO `results`;--> statement-breakpoint
DROP INDEX `takes_by_time`;--> statement-breakpoint
CREATE INDEX `takes_by_time` ON `takes` (`dancer_id`,(case when danced_at is null then opened_at else danced_at end),`id`);--> statement-breakpoint
CREATE TABLE `picks` (
	`dancer_id` text NOT NULL,
	`picked_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`dancer_id`, `picked_id`),
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picked_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `picks_of` ON `picks` (`picked_id`);
