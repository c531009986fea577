DROP INDEX `bests_in_order`;--> statement-breakpoint
ALTER TABLE `bests` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `bests_in_order` ON `bests` (`board_id`,`missing`,`at`,`take_id`,`dancer_id`,`grade`,`name`);--> statement-breakpoint
UPDATE `bests` SET `name` = (SELECT `name` FROM `dancers` WHERE `dancers`.`id` = `bests`.`dancer_id`);
