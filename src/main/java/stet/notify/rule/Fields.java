package stet.notify.rule;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import stet.capture.EnumId;
import stet.text.NearestName;
import stet.text.OneLine;
import stet.text.Truncation;

/** What is stated of one rule, by key; each complaint names the rule, the key and the value. */
final class Fields {
  private static final int SHOWN = 80;

  private final String name;
  private final Map<String, List<String>> stated;
  private final Set<String> asked = new HashSet<>();

  Fields(String name, Map<String, List<String>> stated) {
    this.name = name;
    this.stated = stated;
  }

  /** All that is stated for a key; empty for nothing. */
  List<String> all(String key) {
    asked.add(key);
    return stated.getOrDefault(key, List.of());
  }

  /**
   * All that is stated for a key, which must say something where it is there; empty for nothing.
   */
  List<String> some(String key) {
    List<String> values = all(key);
    if (stated.containsKey(key) && values.isEmpty()) {
      throw new RuleException(
          "alert '" + name + "': " + key + " [] names nothing; name one, or take the key out");
    }
    for (String value : values) {
      if (value.isBlank()) {
        throw wrong(key, value, "names nothing; name one, or take the key out");
      }
    }
    return values;
  }

  boolean isStated(String key) {
    return stated.containsKey(key);
  }

  /** All that is stated for a key, as one text to be shown. */
  String shown(String key) {
    return String.join(", ", stated.getOrDefault(key, List.of()));
  }

  /** The one value of a key, or {@code standard} where nothing is stated. */
  String one(String key, String standard) {
    List<String> values = some(key);
    if (values.size() > 1) {
      throw wrong(key, String.join(", ", values), "must be one value, not a list");
    }
    return values.isEmpty() ? standard : values.get(0);
  }

  int number(String key, int standard, int most) {
    String value = one(key, String.valueOf(standard));
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) > most) {
      throw wrong(key, value, "must be a number from 0 to " + most);
    }
    return Integer.parseInt(value);
  }

  /** Constants by their ids. */
  <E extends Enum<E>> Set<E> constants(String key, Class<E> type, Collection<E> allowed) {
    Set<E> found = EnumSet.noneOf(type);
    for (String value : some(key)) {
      found.add(constant(key, value, allowed));
    }
    return found;
  }

  <E extends Enum<E>> E constant(String key, String value, Collection<E> allowed) {
    for (E constant : allowed) {
      if (EnumId.of(constant).equals(value)) {
        return constant;
      }
    }
    throw wrong(key, value, among(value, allowed.stream().map(EnumId::of).toList()));
  }

  /** That a value must be among some, with the one that was probably meant where there is one. */
  static String among(String value, Collection<String> allowed) {
    return NearestName.of(value, allowed)
        .map(near -> "is not known; did you mean '" + near + "'?")
        .orElse("is not known; it may be " + String.join(", ", allowed));
  }

  RuleException wrong(String key, String value, String remedy) {
    String shown = Truncation.shortened(OneLine.of(value), SHOWN);
    return new RuleException("alert '" + name + "': " + key + " '" + shown + "' " + remedy);
  }

  RuleException missing(String key, String remedy) {
    return new RuleException("alert '" + name + "': no '" + key + "'; " + remedy);
  }

  /** Complains of a key that nobody asked for. */
  void requireAllAsked() {
    for (String key : new TreeSet<>(stated.keySet())) {
      if (!asked.contains(key)) {
        throw new RuleException(
            "alert '" + name + "': key '" + key + "' " + among(key, new TreeSet<>(asked)));
      }
    }
  }
}
