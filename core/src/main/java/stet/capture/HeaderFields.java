package stet.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The named fields of a message's head in their order, as HTTP (RFC 9112 section 5) and WARC (ISO
 * 28500 section 4) have them: a name in any case, a name more than once, a value that goes on in
 * the next line. Not for several threads at once while fields are added.
 */
public final class HeaderFields {
  private final List<Field> fields = new ArrayList<>();

  /**
   * A field.
   *
   * @param parts its value line by line, none empty; joined only when asked for, because it may go
   *     on for as many lines as a stranger likes
   */
  private record Field(String name, List<String> parts) {
    void add(String part) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }

    String value() {
      return String.join(" ", parts);
    }
  }

  /** Whether a line goes on with the field of the line before. */
  public static boolean isFolded(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  /** Whether there is no field. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Adds a field; others of its name stay. */
  public void add(String name, String value) {
    Field field = new Field(name, new ArrayList<>(1));
    field.add(value);
    fields.add(field);
  }

  /**
   * Adds what a line says, the spaces at both ends of a name and of a value left out.
   *
   * @param line a line of a head, with its end or without
   * @return whether it was a field or went on with one; nothing is added where it did not
   */
  public boolean addLine(String line) {
    if (isFolded(line) && !fields.isEmpty()) {
      fields.get(fields.size() - 1).add(line.strip());
      return true;
    }
    int colon = line.indexOf(':');
    if (colon <= 0) {
      return false;
    }
    add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    return true;
  }

  /** The first value of a field, its name in any case. */
  public Optional<String> first(String name) {
    return values(name).findFirst();
  }

  /** All values of a field in order, its name in any case. */
  public List<String> all(String name) {
    return values(name).toList();
  }

  /** Names and values in order. */
  public void forEach(BiConsumer<String, String> each) {
    fields.forEach(f -> each.accept(f.name, f.value()));
  }

  private Stream<String> values(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value);
  }
}
