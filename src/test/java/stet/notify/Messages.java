package stet.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Change.Mark.Kind;
import stet.notify.Change.Tag;
import stet.notify.Finding.Event;
import stet.notify.Finding.Story;
import stet.notify.Message.Entry;
import stet.notify.Message.Standing;

/** Messages of a fictional newsroom. */
public final class Messages {
  /** Of each message made here. */
  public static final String ID = "00112233445566778899aabbccddeeff";

  public static final Instant AT = Instant.parse("2026-03-14T13:40:00Z");

  private Messages() {}

  /** A silent edit. */
  public static Message silent() {
    return of(Message.Kind.ALERT, stands(edit(story(), change())));
  }

  public static Message of(Message.Kind kind, Entry... entries) {
    return new Message(
        ID,
        kind,
        "silent headlines",
        "Paper watch",
        "Silent edit: paper.example changed a headline",
        "The rule asks for silent edits of headlines. One edit of furniture was left out.",
        List.of(entries),
        0,
        AT,
        ZoneId.of("Asia/Kolkata"));
  }

  public static Entry stands(Finding finding) {
    return new Entry(finding, Standing.STANDS, "");
  }

  public static Story story() {
    return new Story(
        "k7f3",
        "paper.example",
        "Bridge to reopen in May",
        "en",
        "https://www.paper.example/news/bridge?id=7&x=1",
        "https://watch.example/a/k7f3/r2.html");
  }

  public static Change change() {
    return new Change(
        2,
        Instant.parse("2026-03-14T12:00:00Z"),
        Instant.parse("2026-03-14T12:30:00Z"),
        List.of(
            new Tag("silent", "silent", ""),
            new Tag("headline", "headline", "“April” became “May”")),
        "the headline",
        List.of(
            new Mark(Kind.KEPT, "Bridge to reopen in "),
            new Mark(Kind.REMOVED, "April"),
            new Mark(Kind.ADDED, "May"),
            new Mark(Kind.KEPT, " after repairs")),
        1,
        1,
        0,
        List.of("a list of other stories"),
        "");
  }

  public static Finding edit(Story story, Change change) {
    return new Finding(
        "f-1",
        Event.EDIT,
        story,
        change,
        "The headline changed; the stated update time did not move and no notice was added.",
        List.of("May"),
        List.of());
  }

  /** A message in which every text is the one given. */
  public static Message saying(String text) {
    Story story = new Story("k7f3", text, text, "en", "https://paper.example/" + text, text);
    Change change =
        new Change(
            2,
            null,
            Instant.parse("2026-03-14T12:30:00Z"),
            List.of(new Tag("silent", "silent", text), new Tag("headline", text, text)),
            text,
            List.of(
                new Mark(Kind.KEPT, text),
                new Mark(Kind.REMOVED, text),
                new Mark(Kind.ADDED, text),
                new Mark(Kind.KEPT, text)),
            3,
            2,
            1,
            List.of(text),
            "");
    Finding finding =
        new Finding("f-2", Event.EDIT, story, change, text, List.of(text), List.of(story));
    return new Message(
        ID,
        Message.Kind.ALERT,
        text,
        text,
        text,
        text,
        List.of(
            new Entry(finding, Standing.STANDS, ""),
            new Entry(finding, Standing.WITHDRAWN, text),
            new Entry(finding, Standing.EDITED_AGAIN, text)),
        3,
        AT,
        ZoneId.of("UTC"));
  }
}
