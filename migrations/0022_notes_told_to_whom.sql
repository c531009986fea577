CREATE INDEX `notes_open_by_dancer` ON `notes` (`dancer_id`,`last_at`,`id`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `notes_by_coach` ON `notes` (`author_id`,`last_at`,`id`) WHERE author_id <> dancer_id;--> statement-breakpoint
CREATE INDEX `notes_open_by_coach` ON `notes` (`author_id`,`last_at`,`id`) WHERE author_id <> dancer_id and done_at is null;