package stet.ingest.warc;

/**
 * Where a record begins in a file.
 *
 * @param base offset of a byte in the file as stored: of the record itself, or of the gzip member
 *     that it begins in
 * @param skip how many unpacked bytes of that member come before it; 0 where the file is not
 *     compressed
 */
public record Place(long base, long skip) {}
