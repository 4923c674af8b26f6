package stet.extract.live;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Precision;
import stet.extract.body.Lines;
import stet.extract.date.DateLines;
import stet.extract.date.DateReader;
import stet.extract.date.DateTokens;
import stet.extract.date.FoundDate;
import stet.extract.date.Moment;
import stet.extract.date.TimePatterns;
import stet.extract.date.Zones;
import stet.extract.page.DateContext;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.words.Texts;
import stet.text.Digits;
import stet.text.FoldedText;

/** Times of posts: a clock time at the head of a text, with or without a day. */
final class PostTimes {
  /** What may stand before the time: a mark, a word or two such as "Updated at". */
  private static final int LEAD = 24;

  private static final int LONGEST_LINE = 60;
  private static final int LETTERS_BESIDE = 14;

  private PostTimes() {}

  private record Clock(TimePatterns.Time time, int start, int end) {}

  /** Whether the text begins with a time of day, or is a time told from the visit. */
  static boolean opens(Passage passage) {
    String text = passage.text();
    return text.length() <= LONGEST_LINE && Lines.relative(passage.folded()) || clocked(text);
  }

  /** The same for a text that is no passage. */
  static boolean opens(String text) {
    return text.length() <= LONGEST_LINE && Lines.relative(FoldedText.of(text)) || clocked(text);
  }

  private static boolean clocked(String text) {
    Clock clock = clock(text);
    return clock != null && (clock.start <= 2 || dayBefore(text, clock));
  }

  /** "5 March, 14:05 – …": what stands before the time is a date, or nearly nothing else. */
  private static boolean dayBefore(String text, Clock clock) {
    String before = text.substring(0, clock.start);
    return before.chars().anyMatch(Character::isDigit)
        && before.chars().filter(Character::isLetter).count() <= LETTERS_BESIDE;
  }

  private static @Nullable Clock clock(String text) {
    if (!Digits.in(Texts.head(text, LEAD + 8))) {
      return null;
    }
    DateTokens tokens = new DateTokens(Texts.head(text, LEAD + 40));
    for (int at = 0; at < tokens.size() && tokens.at(at).start() <= LEAD; at++) {
      TimePatterns.Time time = TimePatterns.match(tokens, at);
      if (time != null && time.end() - at >= 2) {
        int end = tokens.at(time.end() - 1).end();
        // "2.30 metres", "12:1 against" and scores are no times.
        return new Clock(time, tokens.at(at).start(), end);
      }
    }
    return null;
  }

  /** Whether a short line states a time or a day and nothing else. */
  static boolean line(String text, DateContext context) {
    if (text.length() <= LONGEST_LINE && Lines.relative(FoldedText.of(text))) {
      return true;
    }
    if (text.length() > LONGEST_LINE || !Digits.in(text)) {
      return false;
    }
    String rest = text;
    List<FoundDate> dates = DateReader.find(text, context);
    for (int i = dates.size() - 1; i >= 0; i--) {
      rest = rest.substring(0, dates.get(i).start()) + ' ' + rest.substring(dates.get(i).end());
    }
    Clock clock = dates.isEmpty() ? clock(rest) : null;
    if (dates.isEmpty() && clock == null) {
      return false;
    }
    if (clock != null) {
      rest = rest.substring(0, clock.start) + ' ' + rest.substring(clock.end);
    }
    boolean digits = rest.chars().anyMatch(Character::isDigit);
    return !digits && rest.chars().filter(Character::isLetter).count() <= LETTERS_BESIDE;
  }

  /**
   * The moment that a post's first line states.
   *
   * @param day that the heading above it names, null where none does
   */
  static Optional<Moment> stated(String text, @Nullable LocalDate day, HtmlPage page) {
    String head = Texts.head(text, LONGEST_LINE);
    Optional<FoundDate> date =
        DateReader.first(head, page.dates()).filter(d -> d.moment().precision().hasTime());
    if (date.isPresent()) {
      return date.map(FoundDate::moment);
    }
    if (text.length() <= LONGEST_LINE && Lines.relative(FoldedText.of(text))) {
      return DateLines.find(head, page.dates(), page.source().at()).stream()
          .map(DateLines.Told::moment)
          .findFirst();
    }
    Clock clock = clock(head);
    if (clock == null || clock.time.hour() > 23) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.of(clock.time.hour(), clock.time.minute());
    ZoneOffset offset = clock.time.offset();
    return Optional.of(
        new Moment(
            LocalDateTime.of(day == null ? visit(time, page) : day, time),
            offset,
            Precision.MINUTE,
            offset == null ? "" : "written"));
  }

  /** The day of the address or of the visit; a clock that is ahead is that of the day before. */
  private static LocalDate visit(LocalTime time, HtmlPage page) {
    if (page.dates().day() != null) {
      return page.dates().day();
    }
    ZoneId zone = Zones.of(page.country());
    LocalDateTime now =
        page.source().at().atZone(zone == null ? ZoneOffset.UTC : zone).toLocalDateTime();
    boolean ahead =
        zone != null && LocalDateTime.of(now.toLocalDate(), time).isAfter(now.plusHours(1));
    return ahead ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  /** The day that a heading between posts names. */
  static @Nullable LocalDate day(String text, DateContext context) {
    return line(text, context)
        ? DateReader.first(text, context).map(d -> d.moment().local().toLocalDate()).orElse(null)
        : null;
  }
}
