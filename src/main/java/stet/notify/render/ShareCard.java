package stet.notify.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.notify.Change;
import stet.notify.Change.Mark;
import stet.notify.Finding.Story;
import stet.notify.Message;
import stet.report.page.CardView;
import stet.report.page.Chip;
import stet.report.page.Phrase;
import stet.report.page.Run;
import stet.report.page.When;
import stet.report.page.When.Moment;
import stet.report.view.Cards;
import stet.report.view.TitledArticle;
import stet.report.words.Chips;
import stet.report.words.Phrases;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.text.LanguageTags;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/** The card of an edit, as the report has it, from what a message says of the edit. */
public final class ShareCard {
  private static final int EXCERPT = 400;
  private static final int HEADLINE = 300;

  private ShareCard() {}

  /** The card; null where the message is more or less than one edit that holds. */
  public static @Nullable CardView of(Message message) {
    if (message.kind() != Message.Kind.ALERT || message.entries().size() != 1) {
      return null;
    }
    Message.Entry entry = message.entries().get(0);
    Story story = entry.finding().story();
    Change change = entry.finding().change();
    boolean holds = entry.standing() == Message.Standing.STANDS;
    if (!holds || story == null || change == null || change.excerpt().isEmpty()) {
      return null;
    }
    List<Chip> chips = chips(change);
    return chips.isEmpty() ? null : card(message, story, change, chips);
  }

  private static CardView card(Message message, Story story, Change change, List<Chip> chips) {
    String lang = LanguageTags.registered(story.language());
    List<Run> runs = runs(change);
    Phrase headline = Phrases.of(Inert.spaced(story.headline()), lang, HEADLINE);
    String words = String.join("", runs.stream().map(Run::text).toList());
    TellingEdit edit =
        new TellingEdit(
            0,
            change.version(),
            change.where(),
            runs,
            lang,
            Phrases.direction(words),
            chips,
            "",
            change.notAfter(),
            when(new Times(message.zone()), change.notBefore(), change.notAfter()));
    TrackedArticle article = new TrackedArticle(story.key(), story.uri(), story.outlet());
    return Cards.of(edit, new TitledArticle(article, headline));
  }

  /** The first says whether the publisher said so; without such a label there is no card. */
  private static List<Chip> chips(Change change) {
    List<Chip> chips = new ArrayList<>();
    for (Change.Tag tag : change.labels()) {
      Optional<Label.Kind> kind = ItemMaker.kind(tag);
      if (chips.isEmpty() && kind.filter(k -> k.family() == Label.Family.DISCLOSURE).isEmpty()) {
        return List.of();
      }
      kind.ifPresent(k -> chips.add(Chips.of(k, tag.detail(), 0)));
    }
    return chips;
  }

  private static List<Run> runs(Change change) {
    List<Run> runs = new ArrayList<>();
    for (Mark mark : Excerpts.fit(change.excerpt(), EXCERPT)) {
      runs.add(
          Run.of(
              switch (mark.kind()) {
                case KEPT -> Run.Kind.PLAIN;
                case REMOVED -> Run.Kind.DELETED;
                case ADDED -> Run.Kind.INSERTED;
              },
              // Nothing in a picture acts, and fonts may have no sign for what parts words.
              mark.text().replace("\u2060", "")));
    }
    return runs;
  }

  private static When when(Times times, @Nullable Instant notBefore, Instant notAfter) {
    if (notBefore != null && !notBefore.isAfter(notAfter)) {
      return times.window(new Window(notBefore, notAfter));
    }
    Moment seen = new Moment(times.stamp(notAfter), notAfter.toString());
    return new When("Before ", Moment.NONE, "", seen, ", " + times.zoneName(), "");
  }
}
