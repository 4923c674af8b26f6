/**
 * Files of rows. JSON and CSV are text. Of Parquet, Apache's library encodes columns and writes the
 * structures of a file; its own writer of files needs Hadoop, so what lies between the two is here:
 * pages, chunks, row groups (https://parquet.apache.org/docs/file-format/).
 */
@org.jspecify.annotations.NullMarked
package stet.export.table;
