DROP INDEX `takes_by_section`;--> statement-breakpoint
DROP INDEX `takes_by_score`;--> statement-breakpoint
ALTER TABLE `takes` ADD `kind` text GENERATED ALWAYS AS ((case when seated = 1 then 'seated' when mirror = 1 then 'mirrored' else 'full' end)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `takes_by_section` ON `takes` (`dancer_id`,`version`,`section`,`kind`,`opened_at`);--> statement-breakpoint
CREATE INDEX `takes_by_score` ON `takes` (`dancer_id`,`version`,`section`,`kind`,`score`) WHERE judged_at is not null and rate = 1000;