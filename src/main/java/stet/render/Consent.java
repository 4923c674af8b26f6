package stet.render;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How what asks for consent is sent away: {@code consent.txt}, as {@code seen.js} takes it. */
final class Consent {
  /** An object with a list for each kind of rule, as JSON. */
  static final String RULES = read();

  private Consent() {}

  private static String read() {
    ObjectNode rules = DevTools.object();
    for (String kind : new String[] {"click", "hide", "about", "button"}) {
      rules.putArray(kind);
    }
    for (String line : RuleFile.lines("consent.txt")) {
      String[] parts = line.split("\t", 2);
      if (parts.length < 2 || !(rules.get(parts[0]) instanceof ArrayNode list)) {
        throw new IllegalStateException("consent.txt: no rule: " + line);
      }
      list.add(parts[1]);
    }
    return rules.toString();
  }
}
