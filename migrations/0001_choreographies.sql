CREATE TABLE `choreographies` (
	`version` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`summary` text NOT NULL,
	`current` integer NOT NULL,
	`published_at` integer NOT NULL,
	CONSTRAINT "choreographies_version_is_hash" CHECK(length("choreographies"."version") = 64),
	CONSTRAINT "choreographies_current_flag" CHECK("choreographies"."current" in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `choreographies_one_current` ON `choreographies` (`slug`) WHERE current = 1;