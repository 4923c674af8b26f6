package stet.rows;

import java.util.List;
import java.util.Locale;

/** The tables for researchers; docs/EXPORT.md repeats this, and a test compares them. */
public enum DataTable {
  ARTICLES(
      "One story each.",
      column(
          "article", ColumnType.TEXT, "its key: a short stable name, made from the address alone"),
      column("uri", ColumnType.TEXT, "its address, or a urn:stet: name where none is known"),
      column("outlet", ColumnType.TEXT, "host without www., or the folder imported from"),
      column("headline", ColumnType.TEXT, "of the latest version"),
      column("language", ColumnType.TEXT, "BCP 47, of the latest version"),
      column(
          "language_guessed",
          ColumnType.BOOLEAN,
          "whether stet guessed it from the text, since the page states none"),
      column("first_seen", ColumnType.TIME, "the first capture that shows an article"),
      column("last_seen", ColumnType.TIME, "the last one"),
      column("checks", ColumnType.INTEGER, "captures, those that show no article included"),
      column("versions", ColumnType.INTEGER, "how many"),
      column("revisions", ColumnType.INTEGER, "how many")),
  VERSIONS(
      "One distinct state of an article at its place in time.",
      column("article", ColumnType.TEXT, "its key"),
      column("version", ColumnType.INTEGER, "from 1"),
      column("first_seen", ColumnType.TIME, "the first capture that shows it"),
      column("last_seen", ColumnType.TIME, "the last one before another state"),
      column("checks", ColumnType.INTEGER, "captures that show it"),
      column("headline", ColumnType.TEXT, "the hed"),
      column("dek", ColumnType.TEXT, "the standfirst"),
      column("byline", ColumnType.TEXT, "as printed"),
      column("authors", ColumnType.LIST, "names"),
      column("dateline", ColumnType.TEXT, "the place at the head of the story"),
      column("section", ColumnType.TEXT, "as the page names it"),
      column("language", ColumnType.TEXT, "BCP 47; empty where it is not known"),
      column(
          "language_guessed",
          ColumnType.BOOLEAN,
          "whether stet guessed it from the text, since the page states none"),
      column("published", ColumnType.TEXT, "as stated, ISO 8601 to the stated precision"),
      column("updated", ColumnType.TEXT, "as stated, ISO 8601 to the stated precision"),
      column("notices", ColumnType.LIST, "corrections and other notices, as printed"),
      column("body", ColumnType.TEXT, "running text, blocks parted by an empty line"),
      column("source", ColumnType.TEXT, "where the first capture came from"),
      column("payload", ColumnType.TEXT, "SHA-256 of the first capture's bytes"),
      column("extractor", ColumnType.TEXT, "name and version of what read it")),
  REVISIONS(
      "The change from one version to the next.",
      column("article", ColumnType.TEXT, "its key"),
      column("version_before", ColumnType.INTEGER, "the version before"),
      column("version_after", ColumnType.INTEGER, "the version after"),
      column("not_before", ColumnType.TIME, "last capture of the old version"),
      column("not_after", ColumnType.TIME, "first capture of the new one"),
      column(
          "disclosure",
          ColumnType.TEXT,
          "did the publisher say so: silent, no-update-time, cannot-tell, published-moved,"
              + " perhaps-cut, posted, stamped, noticed, restamped, cosmetic, template-drift,"
              + " withheld or read-otherwise"),
      column("labels", ColumnType.LIST, "what kind of edit it is"),
      column("inserted", ColumnType.INTEGER, "words that are new"),
      column("deleted", ColumnType.INTEGER, "words that are gone"),
      column("moved", ColumnType.INTEGER, "words that moved, counted once"),
      column("kept", ColumnType.INTEGER, "words that both versions have"),
      column("sentences_added", ColumnType.INTEGER, "sentences added"),
      column("sentences_deleted", ColumnType.INTEGER, "sentences deleted"),
      column("sentences_edited", ColumnType.INTEGER, "sentences edited"),
      column("sentences_moved", ColumnType.INTEGER, "sentences moved and otherwise unchanged"),
      column("sentences_unchanged", ColumnType.INTEGER, "sentences unchanged"),
      column("summary", ColumnType.TEXT, "in plain words")),
  DELTAS(
      "One run of words that changed: in the running text, or in a field.",
      column("article", ColumnType.TEXT, "its key"),
      column("version_before", ColumnType.INTEGER, "the version before"),
      column("version_after", ColumnType.INTEGER, "the version after"),
      column("place", ColumnType.TEXT, "body, or the field, such as headline"),
      column(
          "block_before",
          ColumnType.INTEGER,
          "block in the old running text, from 0; empty for none"),
      column(
          "block_after",
          ColumnType.INTEGER,
          "block in the new running text, from 0; empty for none"),
      column("operation", ColumnType.TEXT, "inserted, deleted, moved-from, moved-to or respelled"),
      column("before", ColumnType.TEXT, "the old words"),
      column("after", ColumnType.TEXT, "the new words"),
      column(
          "move", ColumnType.INTEGER, "number of the move, the same at both ends; empty for none")),
  SENTENCES(
      "One sentence of a pair of versions, with what became of it; every sentence of both once.",
      column("article", ColumnType.TEXT, "its key"),
      column("version_before", ColumnType.INTEGER, "the version before"),
      column("version_after", ColumnType.INTEGER, "the version after"),
      column("operation", ColumnType.TEXT, "added, deleted, edited, moved or unchanged"),
      column(
          "sentence_index_before",
          ColumnType.INTEGER,
          "number in the old running text, from 0; empty if added"),
      column(
          "sentence_index_after",
          ColumnType.INTEGER,
          "number in the new running text, from 0; empty if deleted"),
      column("block_before", ColumnType.INTEGER, "its block there, from 0"),
      column("block_after", ColumnType.INTEGER, "its block there, from 0"),
      column("sentence_before", ColumnType.TEXT, "as it was"),
      column("sentence_after", ColumnType.TEXT, "as it is"),
      column("similarity", ColumnType.NUMBER, "part of their characters that both have, 0 to 1"),
      column("moved", ColumnType.BOOLEAN, "whether it moved, edited or not"));

  private final String meaning;
  private final List<Column> columns;

  DataTable(String meaning, Column... columns) {
    this.meaning = meaning;
    this.columns = List.of(columns);
  }

  private static Column column(String name, ColumnType type, String meaning) {
    return new Column(name, type, meaning);
  }

  /** What a row is; for docs/EXPORT.md. */
  public String meaning() {
    return meaning;
  }

  /** Its columns, in the order in which rows have their values. */
  public List<Column> columns() {
    return columns;
  }

  /** The name of a file with its rows, without its ending. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
