package stet.notify.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.notify.Change;
import stet.notify.Change.Mark;
import stet.notify.Change.Mark.Kind;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.Message;
import stet.notify.Message.Entry;
import stet.notify.Message.Standing;
import stet.notify.Messages;
import stet.report.page.CardView;

/** What messages say, word by word, and that it is never more than was found. */
class MessagesAsTextTest {
  @Test
  void anAlertSaysWhatWasSeenAndWhen() {
    assertThat(PlainText.of(Messages.silent()).replace("\u2060", ""))
        .isEqualTo(
            """
            Silent edit: paper.example changed a headline

            paper.example: Bridge to reopen in May
              The headline changed; the stated update time did not move and no
              notice was added.
              Where: the headline
                Bridge to reopen in [-April-]{+May+} after repairs
              1 word came, 1 word went.
              When: Between 17:30 and 18:00 on 14 March 2026, Asia/Kolkata (between
              12:00 and 12:30 on 14 March 2026, UTC).
              Silent: The text changed; the stated update time did not move and no
              notice was added.
              Headline: The headline changed. Seen: “April” became “May”
              Not counted as an edit of the story: a list of other stories
              Words asked for: May
              At the publisher: https://www.paper.example/news/bridge?id=7&x=1
              All of the change: https://watch.example/a/k7f3/r2.html

            Why you get this: The rule asks for silent edits of headlines. One edit
            of furniture was left out.
            Rule “silent headlines” · Paper watch · composed 14 Mar 2026, 19:10
            Asia/Kolkata (14 Mar 2026, 13:40 UTC)
            """);
  }

  private static Message correction(Standing standing, String note) {
    return Messages.of(
        Message.Kind.CORRECTION,
        new Entry(Messages.edit(Messages.story(), Messages.change()), standing, note));
  }

  @Test
  void aCorrectionTakesBackWhatWasTold() {
    Message message = correction(Standing.WITHDRAWN, "A capture that came later shows a notice.");
    String text = PlainText.of(message).replace("\u2060", "").replaceAll("\\s+", " ");
    assertThat(text)
        .startsWith("Correction: Silent edit")
        .contains("it does not hold as it was told. Do not rely on the earlier message.")
        .contains("This does not hold: The headline changed; the stated update time did not move")
        .contains("Withdrawn: A capture that came later shows a notice.")
        .contains("Silent (as it was told)")
        .doesNotContain("Silent: The text changed");
    assertThat(ShareCard.of(message)).isNull();
    assertThat(ShortPost.withFacets(message, 300).text())
        .contains("Correction. This does not hold: ", "Withdrawn: A capture that came later");
  }

  @Test
  void whatBecameOfAFindingIsSaidEverywhere() {
    Message message = correction(Standing.JUDGED_OTHERWISE, "It is held as a new template.");
    String said = "It is held as a new template.";
    assertThat(MailHtml.of(message)).contains(said);
    assertThat(MatrixHtml.of(message)).contains(said);
    assertThat(SlackMessage.of(message)).contains(said);
    assertThat(TeamsCard.of(message)).contains(said);
    assertThat(DiscordMessage.of(message)).contains("held as a new template");
    assertThat(Markdown.MATTERMOST.of(message, 4_000)).contains("held as a new template");
    assertThat(ShortPost.withAddress(message, 500, 23).text()).contains(said);
  }

  @Test
  void aTestSaysThatNothingWasFound() {
    Finding finding =
        new Finding("t", Event.UPKEEP, null, null, "The channel works.", List.of(), List.of());
    Message message = Messages.of(Message.Kind.TEST, Messages.stands(finding));
    assertThat(PlainText.of(message)).startsWith("Test: ").contains("This is a test.");
    assertThat(ShortPost.withFacets(message, 300).text())
        .contains("This is a test. The channel works.");
  }

  @Test
  void anUnknownBeginningIsSaid() {
    Change known = Messages.change();
    Change change =
        new Change(
            2,
            null,
            Instant.parse("2026-03-14T12:30:00Z"),
            known.labels(),
            "",
            known.excerpt(),
            1,
            1,
            0,
            List.of(),
            "");
    Message message =
        Messages.of(Message.Kind.ALERT, Messages.stands(Messages.edit(Messages.story(), change)));
    assertThat(PlainText.of(message).replaceAll("\\s+", " "))
        .contains(
            "When: Before 14 Mar 2026, 18:00, Asia/Kolkata; when the old text was last seen is not known");
  }

  @Test
  void bothSidesOfALongEditAreSeen() {
    String old = "old ".repeat(5_000);
    String now = "new ".repeat(5_000);
    List<Mark> fit =
        Excerpts.fit(
            List.of(
                new Mark(Kind.KEPT, "far away ".repeat(1_000) + "close by "),
                new Mark(Kind.REMOVED, old),
                new Mark(Kind.ADDED, now),
                new Mark(Kind.KEPT, " after".repeat(1_000))),
            400);
    assertThat(fit)
        .extracting(Mark::kind)
        .containsExactly(Kind.KEPT, Kind.REMOVED, Kind.ADDED, Kind.KEPT);
    assertThat(fit.get(0).text()).startsWith("…").endsWith("close by ");
    assertThat(fit.get(2).text()).startsWith("new new").endsWith("…");
    assertThat(fit.stream().mapToInt(m -> m.text().length()).sum()).isLessThan(420);
  }

  @Test
  void aPostKeepsItsLinkAndItsSentence() {
    ShortPost post = ShortPost.withAddress(Messages.silent(), 500, 23);
    assertThat(post.text().replace("\u2060", ""))
        .isEqualTo(
            """
            paper.example: Bridge to reopen in May
            The headline changed; the stated update time did not move and no notice was added.
            Bridge to reopen in [-April-]{+May+} after repairs
            Between 17:30 and 18:00 on 14 March 2026, Asia/Kolkata (between 12:00 and 12:30 on 14 March 2026, UTC).
            https://watch.example/a/k7f3/r2.html""");
    assertThat(ShortPost.withFacets(Messages.silent(), 300).text())
        .contains("no notice was added.")
        .endsWith("\nwatch.example/a/k7f3/r2.html");
  }

  @Test
  void theCardIsTheReports() {
    CardView card = ShareCard.of(Messages.silent());
    assertThat(card).isNotNull();
    assertThat(card.edit()).isEqualTo("Silent edit");
    assertThat(card.alt())
        .isEqualTo(
            "Silent edit of “Bridge to reopen in May”: Bridge to reopen in [gone: April] [new: May]"
                + "  after repairs");
    assertThat(card.when()).isEqualTo("Between 17:30 and 18:00 on 14 March 2026, Asia/Kolkata");
  }

  @Test
  void addressesAreLinksOnlyWhereTheyAreSafe() {
    assertThat(WebLinks.safe("https://paper.example/a(b)[c]\"><x;é"))
        .isEqualTo("https://paper.example/a%28b%29%5Bc%5D%22%3E%3Cx%3B%C3%A9");
    assertThat(WebLinks.safe("https://zeitung-münchen.example/")).startsWith("https://xn--");
    assertThat(WebLinks.safe("javascript:alert(1)")).isEmpty();
    assertThat(WebLinks.safe("urn:stet:x")).isEmpty();
    assertThat(WebLinks.safe("https://bank.example@evil.example/")).isEmpty();
    assertThat(WebLinks.safe("https://paper.example\\@evil.example/")).isEmpty();
    assertThat(WebLinks.safe("https://paper.example/" + "a".repeat(3_000))).isEmpty();
  }
}
