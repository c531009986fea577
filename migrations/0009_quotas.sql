CREATE TABLE `quotas` (
	`dancer_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` integer NOT NULL,
	`used` integer NOT NULL,
	PRIMARY KEY(`dancer_id`, `kind`, `day`),
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quotas_by_day` ON `quotas` (`day`);