package stet.notify.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.Finding.Story;
import stet.notify.Message;
import stet.report.page.When;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.text.LanguageTags;
import stet.text.Truncation;
import stet.timeline.Window;

/** Puts findings into words. What is said of one is never more than the finding says. */
final class ItemMaker {
  private static final int SENTENCE = 600;
  private static final int HEADLINE = 200;
  private static final int OUTLET = 100;
  private static final int DETAIL = 120;
  private static final int LIST = 500;
  private static final int EXCERPT = 1_200;
  private static final int LEAST_EXCERPT = 300;
  private static final int ALL_EXCERPTS = 12_000;
  private static final int MOST_LISTED = 10;

  private final Times times;
  private final Times utc = new Times(ZoneOffset.UTC);
  private final boolean isUtc;
  private final int excerpt;

  /**
   * @param items how many will be shown together; mail programs cut off what is longer than 100 KB
   */
  ItemMaker(ZoneId zone, int items) {
    excerpt = Math.max(LEAST_EXCERPT, Math.min(EXCERPT, ALL_EXCERPTS / Math.max(1, items)));
    times = new Times(zone);
    isUtc = zone.normalized().equals(ZoneOffset.UTC);
  }

  Item item(Message.Entry entry) {
    Finding finding = entry.finding();
    Story story = finding.story();
    Change change = finding.change();
    boolean holds = entry.standing().holds();
    return new Item(
        story == null ? "" : lead(story),
        told(entry),
        standing(entry),
        change == null ? List.of() : labels(change, holds),
        change == null ? "" : Inert.line(change.where(), DETAIL),
        change == null ? List.of() : Excerpts.fit(change.excerpt(), excerpt),
        story == null ? "" : LanguageTags.registered(story.language()),
        Phrases.direction(sample(story, change)),
        change == null ? "" : amount(change),
        change == null ? "" : when(change),
        change == null ? "" : listed(change.leftOut(), "; "),
        listed(finding.words(), ", "),
        alike(finding.alike()),
        story == null ? "" : WebLinks.safe(story.uri()),
        story == null ? "" : WebLinks.safe(story.link()));
  }

  private static String sample(@Nullable Story story, @Nullable Change change) {
    StringBuilder sample = new StringBuilder(story == null ? "" : story.headline());
    if (change != null) {
      change.excerpt().forEach(m -> sample.append(Truncation.head(m.text(), DETAIL)));
    }
    return sample.toString();
  }

  static String lead(Story story) {
    String headline = Inert.line(story.headline(), HEADLINE);
    String outlet = Inert.line(story.outlet(), OUTLET);
    return headline.isEmpty() ? outlet : outlet + ": " + headline;
  }

  private static String told(Message.Entry entry) {
    String sentence = Inert.line(entry.finding().sentence(), SENTENCE);
    return entry.standing().holds() ? sentence : "This does not hold: " + sentence;
  }

  private static String standing(Message.Entry entry) {
    String note = Inert.line(entry.note(), SENTENCE);
    return switch (entry.standing()) {
      case STANDS -> "";
      case EDITED_AGAIN -> "Since then: " + (note.isEmpty() ? "the text was edited again." : note);
      case JUDGED_OTHERWISE -> "Now: " + (note.isEmpty() ? "it is judged otherwise." : note);
      case WITHDRAWN ->
          "Withdrawn: " + (note.isEmpty() ? "captures that came later show otherwise." : note);
    };
  }

  private static List<Item.Tagged> labels(Change change, boolean holds) {
    return change.labels().stream().limit(MOST_LISTED).map(l -> tagged(l, holds)).toList();
  }

  private static Item.Tagged tagged(Change.Tag tag, boolean holds) {
    String name = Capitals.first(Inert.line(tag.name().isBlank() ? tag.id() : tag.name(), DETAIL));
    if (!holds) {
      return new Item.Tagged(name + " (as it was told)", "");
    }
    String meaning = kind(tag).map(Label.Kind::sentence).orElse("");
    String detail = Inert.line(tag.detail(), DETAIL);
    return new Item.Tagged(
        name, detail.isEmpty() ? meaning : (meaning + " Seen: " + detail).strip());
  }

  static Optional<Label.Kind> kind(Change.Tag tag) {
    return Stream.of(Label.Kind.values()).filter(k -> k.id().equals(tag.id())).findFirst();
  }

  private static String amount(Change change) {
    List<String> parts = new ArrayList<>();
    add(parts, change.inserted(), "came");
    add(parts, change.deleted(), "went");
    add(parts, change.moved(), "moved");
    return parts.isEmpty() ? "" : Capitals.first(String.join(", ", parts)) + ".";
  }

  private static void add(List<String> parts, int words, String what) {
    if (words > 0) {
      parts.add(Numbers.of(words, "word", "words") + " " + what);
    }
  }

  /** The window in the message's zone, and in UTC where that is another. */
  private String when(Change change) {
    String own = window(times, change.notBefore(), change.notAfter());
    return isUtc
        ? own
        : own + " (" + lower(window(utc, change.notBefore(), change.notAfter())) + ")";
  }

  static String window(Times times, @Nullable Instant notBefore, Instant notAfter) {
    if (notBefore == null || notBefore.isAfter(notAfter)) {
      return "Before "
          + times.stamp(notAfter)
          + ", "
          + times.zoneName()
          + "; when the old text was last seen is not known";
    }
    When when = times.window(new Window(notBefore, notAfter));
    return when.plain();
  }

  private static String lower(String words) {
    return words.isEmpty() ? "" : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  String stamp(Instant at) {
    String own = times.stamp(at) + " " + times.zoneName();
    return isUtc ? own : own + " (" + utc.stamp(at) + " UTC)";
  }

  private static String listed(List<String> texts, String between) {
    List<String> some = texts.stream().limit(MOST_LISTED).map(t -> Inert.line(t, DETAIL)).toList();
    int more = texts.size() - some.size();
    return Truncation.shortened(String.join(between, some), LIST)
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static List<Item.Also> alike(List<Story> stories) {
    List<Item.Also> also = new ArrayList<>();
    for (Story story : stories.subList(0, Math.min(stories.size(), MOST_LISTED))) {
      String link = WebLinks.safe(story.link());
      also.add(new Item.Also(lead(story), link.isEmpty() ? WebLinks.safe(story.uri()) : link));
    }
    if (stories.size() > MOST_LISTED) {
      also.add(new Item.Also((stories.size() - MOST_LISTED) + " more articles", ""));
    }
    return also;
  }
}
