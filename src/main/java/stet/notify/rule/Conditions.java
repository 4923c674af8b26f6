package stet.notify.rule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import stet.capture.EnumId;
import stet.notify.Finding.Event;

/**
 * Which conditions go with which kind of thing. One that decides nothing is refused: who states it
 * means it, and would be told of what they did not ask for.
 */
final class Conditions {
  private static final List<String> ALL =
      List.of(
          "label", "kind", "words", "match", "language", "outlet", "article", "passage", "after");

  private Conditions() {}

  private static Set<String> of(Event event) {
    return switch (event) {
      case EDIT -> Set.of("label", "kind", "words", "match", "language", "outlet", "article");
      case CAME_BACK -> Set.of("label", "words", "match", "language", "outlet", "article");
      case NOTICE -> Set.of("kind", "words", "match", "language", "outlet", "article");
      case PASSAGE -> Set.of("passage", "outlet", "article");
      case GONE -> Set.of("outlet", "article");
      case HELD -> Set.of("outlet");
      case OUTLET_UNREADABLE, OUTLET_SILENT -> Set.of("outlet", "after");
      case UPKEEP -> Set.of();
    };
  }

  /** Complains of the first that does not go with the kind of thing. */
  static void require(Fields fields, Event event) {
    for (String key : new LinkedHashSet<>(ALL)) {
      if (fields.isStated(key) && !of(event).contains(key)) {
        throw fields.wrong(
            key,
            fields.shown(key),
            "goes with when = " + events(key) + "; this rule's is \"" + EnumId.of(event) + "\"");
      }
    }
  }

  private static String events(String key) {
    return Arrays.stream(Event.values())
        .filter(event -> of(event).contains(key))
        .map(event -> "\"" + EnumId.of(event) + "\"")
        .collect(Collectors.joining(" or "));
  }
}
