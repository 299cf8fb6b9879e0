// Which of the positions are held today.
MATCH (o:Position) WHERE o.id IN $positions AND o.current
RETURN o.id AS position
