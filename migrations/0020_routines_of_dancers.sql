CREATE TABLE `title_words` (
	`word` text NOT NULL,
	`version` text NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`version`, `word`),
	FOREIGN KEY (`version`) REFERENCES `choreographies`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "title_words_open_flag" CHECK("title_words"."open" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX `title_words_open` ON `title_words` (`word`,`version`) WHERE open = 1;--> statement-breakpoint
DROP INDEX `choreographies_one_current`;--> statement-breakpoint
ALTER TABLE `choreographies` ADD `owner_id` text REFERENCES dancers(id);--> statement-breakpoint
ALTER TABLE `choreographies` ADD `visibility` text DEFAULT 'everyone' NOT NULL CHECK (visibility in ('me', 'crew', 'everyone'));--> statement-breakpoint
ALTER TABLE `choreographies` ADD `crew_id` text REFERENCES crews(id) CHECK ((crew_id is not null) = (visibility = 'crew'));--> statement-breakpoint
ALTER TABLE `choreographies` ADD `position` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `choreographies` ADD `unranked` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `choreographies` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `choreographies` ADD `gone_at` integer CHECK (gone_at is null or (owner_id is null and current = 0));--> statement-breakpoint
ALTER TABLE `choreographies` ADD `leftover` integer DEFAULT 0 NOT NULL CHECK (leftover in (0, 1));--> statement-breakpoint
CREATE INDEX `choreographies_by_slug` ON `choreographies` (`slug`,`published_at`);--> statement-breakpoint
CREATE INDEX `choreographies_by_owner` ON `choreographies` (`owner_id`,`published_at`) WHERE owner_id is not null;--> statement-breakpoint
CREATE INDEX `choreographies_by_crew` ON `choreographies` (`crew_id`,`published_at`) WHERE crew_id is not null;--> statement-breakpoint
CREATE INDEX `choreographies_for_everyone` ON `choreographies` (`published_at`,`version`) WHERE visibility = 'everyone' and current = 1 and owner_id is not null;--> statement-breakpoint
CREATE INDEX `choreographies_leftover` ON `choreographies` (`version`) WHERE leftover = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `choreographies_one_current` ON `choreographies` (`slug`,`position`,(case when owner_id is null then '' else owner_id end)) WHERE current = 1;