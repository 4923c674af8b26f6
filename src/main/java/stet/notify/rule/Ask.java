package stet.notify.rule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeSet;
import stet.capture.Digest;
import stet.notify.Finding;
import stet.store.EditFilter;

/**
 * What a rule fires on.
 *
 * @param event the kind of thing
 * @param filter which edits, and of which outlets whatever the kind of thing; its times are not
 *     asked
 * @param passage whose change or loss is to be told, in words; empty where the rule asks for none
 * @param article the one article that it concerns, as a person names it by address or key; empty
 *     for all
 * @param after how long nothing could be read of an outlet, or nothing new came, before it is told
 */
public record Ask(
    Finding.Event event, EditFilter filter, String passage, String article, Duration after) {
  /** Equal for rules that fire on the same, 32 hexadecimal digits. */
  public String digest() {
    String all =
        String.join(
            "\n",
            event.name(),
            new TreeSet<>(filter.outlets()).toString(),
            new TreeSet<>(filter.labels()).toString(),
            new TreeSet<>(filter.kinds()).toString(),
            filter.language(),
            filter.words(),
            filter.atLeast() + " " + filter.substantial(),
            passage,
            article);
    return Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }
}
