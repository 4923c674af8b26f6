package stet.app.edits;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.json.StetJson;
import stet.store.EditTable.Place;

/**
 * What people write to choose edits, read strictly; the same on a command line as in an address.
 */
public final class EditWords {
  private EditWords() {}

  /** A name that is none of those that there are. */
  public static final class NoSuchName extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String name;

    NoSuchName(String name) {
      super("no such name");
      this.name = name;
    }

    /** The name as it was written. */
    public String name() {
      return name;
    }
  }

  /** The labels of a family, as they are written. */
  public static List<String> names(Label.Family family) {
    return family.kinds().stream().map(Label.Kind::id).toList();
  }

  /**
   * The labels of those names.
   *
   * @throws NoSuchName when one of them is no label of the family
   */
  public static Set<Label.Kind> kinds(Collection<String> names, Label.Family family) {
    Set<Label.Kind> kinds = EnumSet.noneOf(Label.Kind.class);
    for (String name : names) {
      if (!names(family).contains(name)) {
        throw new NoSuchName(name);
      }
      kinds.add(EnumId.read(Label.Kind.class, name));
    }
    return kinds;
  }

  /**
   * The order of that name.
   *
   * @throws NoSuchName when there is none
   */
  public static EditOrder order(String name) {
    try {
      return EnumId.read(EditOrder.class, name);
    } catch (IllegalArgumentException e) {
      throw new NoSuchName(name);
    }
  }

  /** The orders, as they are written. */
  public static List<String> orders() {
    return Arrays.stream(EditOrder.values()).map(EnumId::of).toList();
  }

  /** A place in the list of ranked edits, as {@link #rung(String)} reads it. */
  public static String rung(RankedEdits.Rung rung) {
    return rung.height() + "_" + StetJson.place(rung.place());
  }

  /**
   * A place in the list of ranked edits.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static RankedEdits.Rung rung(String text) {
    int end = text.indexOf('_');
    if (end < 0) {
      throw new IllegalArgumentException("no place");
    }
    return new RankedEdits.Rung(
        Integer.parseInt(text.substring(0, end)), place(text.substring(end + 1)));
  }

  /**
   * A place in the list of edits, as {@link stet.json.StetJson#place} writes it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Place place(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no place");
    }
    try {
      return new Place(
          Instant.parse(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
