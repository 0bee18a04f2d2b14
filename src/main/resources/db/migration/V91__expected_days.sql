-- Who came without being expected is looked for among the records of the days of a programme. Records come in the order of time,
-- more or less, so that ranges of blocks know their days; late ones are kept apart, or one of them would stretch its range over
-- years. One index of both columns costs a new record no more than the one of deliveries did.
drop index completion_delivery;
create index completion_delivery on completion using brin (delivery_id, completed_on date_minmax_multi_ops);
