// The newest month of the graph, from which "in the last two years" counts.
MATCH (o:Position) WHERE o.endMonth IS NOT NULL
RETURN max(o.endMonth) AS month
