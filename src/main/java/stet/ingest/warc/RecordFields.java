package stet.ingest.warc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The named fields of a record's head; of several with one name the first counts. */
public final class RecordFields {
  private record Field(String name, String value) {}

  private final List<Field> fields = new ArrayList<>();

  /** Adds a line of a head; one that is no field is passed over, because old writers made some. */
  void addLine(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    boolean folded = text.startsWith(" ") || text.startsWith("\t");
    int colon = text.indexOf(':');
    if (folded && !fields.isEmpty()) {
      Field last = fields.remove(fields.size() - 1);
      add(last.name, last.value + ' ' + text.strip());
    } else if (colon > 0) {
      add(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
  }

  void add(String name, String value) {
    fields.add(new Field(name, value));
  }

  /** The value of a field, its name in any case. */
  public Optional<String> find(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).findFirst();
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
