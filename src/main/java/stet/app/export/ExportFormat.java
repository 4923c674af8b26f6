package stet.app.export;

/** The forms in which articles are handed on. */
public enum ExportFormat {
  /** Captures as a web archive with its index and pages. */
  WACZ,
  /** Captures as one WARC file. */
  WARC,
  /** An index of the collection's own WARC files. */
  CDXJ,
  /** One article's captures as RFC 7089 lists them. */
  TIMEMAP,
  /** Tables, one JSON object a line. */
  JSONL,
  /** Tables with commas. */
  CSV,
  /** Tables in columns, with their types. */
  PARQUET,
  /** What people said of revisions, as web annotations (JSON-LD). */
  ANNOTATIONS,
  /** The same as a table with commas, to be filled in and read again. */
  REVIEWS
}
