package stet.ingest.warc;

import java.util.Locale;
import java.util.Optional;
import stet.capture.HeaderFields;

/** The named fields of a record's head; of several with one name the first counts. */
public final class RecordFields {
  private final HeaderFields fields;

  RecordFields(HeaderFields fields) {
    this.fields = fields;
  }

  RecordFields() {
    this(new HeaderFields());
  }

  void add(String name, String value) {
    fields.add(name, value);
  }

  /** The value of a field, its name in any case. */
  public Optional<String> find(String name) {
    return fields.first(name);
  }

  /** The same; empty where there is none. */
  public String get(String name) {
    return find(name).orElse("");
  }

  /** The record's type in lower case; empty where it states none. */
  public String type() {
    return get("WARC-Type").toLowerCase(Locale.ROOT);
  }

  /** An address, without the angle brackets that some writers put round it. */
  public String uri(String name) {
    String value = get(name);
    boolean bracketed = value.startsWith("<") && value.endsWith(">");
    return bracketed ? value.substring(1, value.length() - 1) : value;
  }

  /** The length of the block in bytes; -1 where none is stated. */
  long length() {
    String value = get("Content-Length");
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
  }
}
