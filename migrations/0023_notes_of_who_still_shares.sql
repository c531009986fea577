DROP INDEX `notes_by_coach`;--> statement-breakpoint
DROP INDEX `notes_open_by_coach`;--> statement-breakpoint
CREATE INDEX `notes_by_coach` ON `notes` (`author_id`,`dancer_id`,`last_at`,`id`) WHERE author_id <> dancer_id;--> statement-breakpoint
CREATE INDEX `notes_open_by_coach` ON `notes` (`author_id`,`dancer_id`,`last_at`,`id`) WHERE author_id <> dancer_id and done_at is null;