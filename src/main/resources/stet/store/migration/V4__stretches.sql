-- Blocks that stand one after the other in a text were mostly first seen so, and have numbers in a
-- row. A state is a list of such stretches; what used to be one row a block is some rows a state.
CREATE TABLE state_stretch (
  state_id INTEGER NOT NULL REFERENCES state (id),
  position INTEGER NOT NULL,  -- of the first block, from 0
  block_id INTEGER NOT NULL REFERENCES block (id),  -- the first block
  blocks   INTEGER NOT NULL CHECK (blocks BETWEEN 1 AND 64),  -- how many in a row
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO state_stretch (state_id, position, block_id, blocks)
SELECT state_id, min(position), min(block_id), count(*)
FROM (
  SELECT state_id, position, block_id, gap, island,
    (position - min(position) OVER (PARTITION BY state_id, gap, island)) / 64 AS part
  FROM (
    SELECT state_id, position, block_id, block_id - position AS gap,
      position - row_number() OVER (PARTITION BY state_id, block_id - position ORDER BY position)
        AS island
    FROM state_block
  )
)
GROUP BY state_id, gap, island, part;

DROP TABLE state_block;
CREATE INDEX state_stretch_block ON state_stretch (block_id, blocks);

-- One row a block again, for who asks in SQL. The bound that says nothing new lets an index find the
-- states of a block without looking at all.
CREATE VIEW state_block AS
SELECT s.state_id, s.position + b.id - s.block_id AS position, b.id AS block_id
FROM state_stretch s JOIN block b
  ON s.block_id <= b.id AND s.block_id > b.id - 64 AND b.id <= s.block_id + s.blocks - 1;

PRAGMA user_version = 4;
