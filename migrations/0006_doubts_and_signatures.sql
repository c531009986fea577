ALTER TABLE `takes` ADD `doubt` text;--> statement-breakpoint
ALTER TABLE `takes` ADD `signature` text;--> statement-breakpoint
CREATE INDEX `takes_by_signature` ON `takes` (`signature`) WHERE signature is not null;