CREATE TABLE `boards` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`section` integer NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`version`) REFERENCES `choreographies`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "boards_section_range" CHECK("boards"."section" >= -1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `boards_of_section` ON `boards` (`version`,`section`,`kind`);--> statement-breakpoint
CREATE TABLE `results` (
	`take_id` text NOT NULL,
	`rules` integer NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`take_id`, `rules`),
	FOREIGN KEY (`take_id`) REFERENCES `takes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `takes` (
	`id` text PRIMARY KEY NOT NULL,
	`dancer_id` text NOT NULL,
	`session_id` text NOT NULL,
	`version` text NOT NULL,
	`section` integer NOT NULL,
	`rate` integer NOT NULL,
	`mirror` integer NOT NULL,
	`board_id` integer,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`judged_at` integer,
	`score` integer,
	`grade` text,
	`coverage` integer,
	`replay_hash` text,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version`) REFERENCES `choreographies`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "takes_section_range" CHECK("takes"."section" >= -1),
	CONSTRAINT "takes_rate_range" CHECK("takes"."rate" between 250 and 2000),
	CONSTRAINT "takes_mirror_flag" CHECK("takes"."mirror" in (0, 1)),
	CONSTRAINT "takes_expire_later" CHECK("takes"."expires_at" > "takes"."opened_at"),
	CONSTRAINT "takes_score_range" CHECK("takes"."score" between 0 and 1000000),
	CONSTRAINT "takes_coverage_range" CHECK("takes"."coverage" between 0 and 1000),
	CONSTRAINT "takes_closed_whole" CHECK(("takes"."judged_at" is null) = ("takes"."score" is null) and ("takes"."judged_at" is null) = ("takes"."grade" is null) and ("takes"."judged_at" is null) = ("takes"."coverage" is null) and ("takes"."judged_at" is null) = ("takes"."replay_hash" is null))
);
--> statement-breakpoint
CREATE INDEX `takes_by_section` ON `takes` (`dancer_id`,`version`,`section`,`opened_at`);--> statement-breakpoint
CREATE INDEX `takes_by_session` ON `takes` (`session_id`);--> statement-breakpoint
CREATE INDEX `takes_open` ON `takes` (`expires_at`) WHERE judged_at is null;