-- Reads a sweep in DuckDB, in the folder of sweep.csv: duckdb < read.sql
COPY (SELECT * FROM read_csv('sweep.csv', comment='#')) TO 'sweep.parquet' (FORMAT parquet);
COPY (SELECT * FROM 'sweep.parquet') TO 'again.csv' (HEADER, DELIMITER ',');
