package stet.export;

import java.util.List;
import java.util.Locale;

/** The tables for researchers; docs/EXPORT.md repeats this, and a test compares them. */
enum DataTable {
  ARTICLES(
      "One story each.",
      column("article", "text", "its key: a short stable name, made from the address alone"),
      column("uri", "text", "its address, or a urn:stet: name where none is known"),
      column("outlet", "text", "host without www., or the folder imported from"),
      column("headline", "text", "of the latest version"),
      column("language", "text", "BCP 47, of the latest version"),
      column(
          "language_guessed",
          "boolean",
          "whether stet guessed it from the text, since the page states none"),
      column("first_seen", "time", "the first capture that shows an article"),
      column("last_seen", "time", "the last one"),
      column("checks", "integer", "captures, those that show no article included"),
      column("versions", "integer", "how many"),
      column("revisions", "integer", "how many")),
  VERSIONS(
      "One distinct state of an article at its place in time.",
      column("article", "text", "its key"),
      column("version", "integer", "from 1"),
      column("first_seen", "time", "the first capture that shows it"),
      column("last_seen", "time", "the last one before another state"),
      column("checks", "integer", "captures that show it"),
      column("headline", "text", "the hed"),
      column("dek", "text", "the standfirst"),
      column("byline", "text", "as printed"),
      column("authors", "list", "names"),
      column("dateline", "text", "the place at the head of the story"),
      column("section", "text", "as the page names it"),
      column("language", "text", "BCP 47; empty where it is not known"),
      column(
          "language_guessed",
          "boolean",
          "whether stet guessed it from the text, since the page states none"),
      column("published", "text", "as stated, ISO 8601 to the stated precision"),
      column("updated", "text", "as stated, ISO 8601 to the stated precision"),
      column("notices", "list", "corrections and other notices, as printed"),
      column("body", "text", "running text, blocks parted by an empty line"),
      column("source", "text", "where the first capture came from"),
      column("payload", "text", "SHA-256 of the first capture's bytes"),
      column("extractor", "text", "name and version of what read it")),
  REVISIONS(
      "The change from one version to the next.",
      column("article", "text", "its key"),
      column("version_before", "integer", "the version before"),
      column("version_after", "integer", "the version after"),
      column("not_before", "time", "last capture of the old version"),
      column("not_after", "time", "first capture of the new one"),
      column(
          "disclosure",
          "text",
          "did the publisher say so: silent, no-update-time, cannot-tell, published-moved,"
              + " perhaps-cut, posted, stamped, noticed, restamped, cosmetic, template-drift or withheld"),
      column("labels", "list", "what kind of edit it is"),
      column("inserted", "integer", "words that are new"),
      column("deleted", "integer", "words that are gone"),
      column("moved", "integer", "words that moved, counted once"),
      column("kept", "integer", "words that both versions have"),
      column("sentences_added", "integer", "sentences added"),
      column("sentences_deleted", "integer", "sentences deleted"),
      column("sentences_edited", "integer", "sentences edited"),
      column("sentences_moved", "integer", "sentences moved and otherwise unchanged"),
      column("sentences_unchanged", "integer", "sentences unchanged"),
      column("summary", "text", "in plain words")),
  DELTAS(
      "One run of words that changed: in the running text, or in a field.",
      column("article", "text", "its key"),
      column("version_before", "integer", "the version before"),
      column("version_after", "integer", "the version after"),
      column("place", "text", "body, or the field, such as headline"),
      column("block_before", "integer", "block in the old running text, from 0; empty for none"),
      column("block_after", "integer", "block in the new running text, from 0; empty for none"),
      column("operation", "text", "inserted, deleted, moved-from, moved-to or respelled"),
      column("before", "text", "the old words"),
      column("after", "text", "the new words"),
      column("move", "integer", "number of the move, the same at both ends; empty for none")),
  SENTENCES(
      "One sentence of a pair of versions, with what became of it; every sentence of both once.",
      column("article", "text", "its key"),
      column("version_before", "integer", "the version before"),
      column("version_after", "integer", "the version after"),
      column("operation", "text", "added, deleted, edited, moved or unchanged"),
      column(
          "sentence_index_before",
          "integer",
          "number in the old running text, from 0; empty if added"),
      column(
          "sentence_index_after",
          "integer",
          "number in the new running text, from 0; empty if deleted"),
      column("block_before", "integer", "its block there, from 0"),
      column("block_after", "integer", "its block there, from 0"),
      column("sentence_before", "text", "as it was"),
      column("sentence_after", "text", "as it is"),
      column("similarity", "number", "part of their characters that both have, 0 to 1"),
      column("moved", "boolean", "whether it moved, edited or not"));

  private final String meaning;
  private final List<Column> columns;

  DataTable(String meaning, Column... columns) {
    this.meaning = meaning;
    this.columns = List.of(columns);
  }

  private static Column column(String name, String type, String meaning) {
    return new Column(name, type, meaning);
  }

  String meaning() {
    return meaning;
  }

  List<Column> columns() {
    return columns;
  }

  /** The file's name without its ending. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
