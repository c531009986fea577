CREATE TABLE `bests` (
	`board_id` integer NOT NULL,
	`dancer_id` text NOT NULL,
	`missing` integer NOT NULL,
	`at` integer NOT NULL,
	`take_id` text NOT NULL,
	`grade` text NOT NULL,
	PRIMARY KEY(`board_id`, `dancer_id`),
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bests_missing_range" CHECK("bests"."missing" between 0 and 1000000)
);
--> statement-breakpoint
CREATE INDEX `bests_in_order` ON `bests` (`board_id`,`missing`,`at`,`take_id`);--> statement-breakpoint
CREATE TABLE `buckets` (
	`board_id` integer NOT NULL,
	`width` integer NOT NULL,
	`bucket` integer NOT NULL,
	`dancers` integer NOT NULL,
	PRIMARY KEY(`board_id`, `width`, `bucket`),
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "buckets_not_negative" CHECK("buckets"."dancers" >= 0)
);
