/**
 * A collection handed on in standard form: WARC, WACZ, CDXJ, TimeMap; tables for researchers. Is
 * given models, never queries. docs/EXPORT.md describes every file.
 */
@org.jspecify.annotations.NullMarked
package stet.export;
