ALTER TABLE `assignments` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `assignments` ADD `earlier` text DEFAULT '[]' NOT NULL;