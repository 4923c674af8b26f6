package stet.serve.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import stet.app.elsewhere.Elsewhere;
import stet.app.elsewhere.Foreign;
import stet.app.elsewhere.NotToBeHad;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Received;
import stet.serve.http.SentForm;
import stet.timeline.Timeline;

/** What is asked of an article and a capture that others keep. */
public final class ForeignAsked {
  /** What a form is longer than the file in it. */
  private static final int FORM = 1 << 16;

  private final Site site;
  private final Elsewhere elsewhere;

  public ForeignAsked(Site site) {
    this.site = site;
    this.elsewhere = site.elsewhere();
  }

  /**
   * A page that was sent, and the version that it is to stand beside.
   *
   * @param version its number
   */
  public record Sent(Foreign foreign, int version) {}

  /** Looks at something elsewhere. */
  interface Look<T> {
    T look() throws NotToBeHad, IOException;
  }

  /** What was found there, or why not, as a refusal. */
  <T> T had(Look<T> look) throws IOException {
    try {
      return look.look();
    } catch (NotToBeHad e) {
      throw new HttpProblem(e.isLater() ? 503 : 422, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The timeline of an article. No state of the collection is held while another archive is asked.
   *
   * @throws HttpProblem 404 when there is none
   */
  public Timeline timeline(String key) throws IOException {
    return site.collection().ask(c -> c.timelines().of(Site.article(c, key).id()));
  }

  /**
   * The number of a version, of the latest where nothing is said.
   *
   * @throws HttpProblem 400 when it is none, 404 when there is no such version
   */
  public int version(String text, Timeline timeline) {
    int versions = timeline.versions().size();
    if (versions == 0) {
      throw new HttpProblem(404, "There is no version yet.");
    } else if (text.isEmpty()) {
      return versions;
    } else if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new HttpProblem(400, "A version has a number from 1.");
    }
    int number = Integer.parseInt(text);
    if (number > versions) {
      throw new HttpProblem(404, "There is no version " + number + "; there are " + versions + ".");
    }
    return number;
  }

  /** An archive's capture. */
  public Foreign memento(String address) throws IOException {
    return had(() -> elsewhere.memento(address));
  }

  /** A page that is the content of a request. */
  @SuppressWarnings("try") // the turn is only held
  public Foreign content(Asked asked, Timeline timeline) throws IOException {
    @Nullable Instant at = time(asked.query("time"));
    Received in = Received.of(asked, Elsewhere.MOST_BYTES);
    try (Elsewhere.Turn turn = had(elsewhere::turn)) {
      String type = asked.header("Content-Type").orElse("");
      return saved(timeline, type, at, in.readAllBytes());
    }
  }

  /** A page that is sent with a form. */
  @SuppressWarnings("try") // the turn is only held
  Sent form(Asked asked, Timeline timeline) throws IOException {
    Received in = Received.of(asked, Elsewhere.MOST_BYTES + FORM);
    try (Elsewhere.Turn turn = had(elsewhere::turn)) {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      SentForm form = SentForm.read(in, asked.header("Content-Type").orElse(""), page);
      int version = version(form.field("version"), timeline);
      @Nullable Instant at = time(form.field("time"));
      return new Sent(saved(timeline, form.fileType(), at, page.toByteArray()), version);
    }
  }

  private Foreign saved(Timeline timeline, String type, @Nullable Instant at, byte[] page)
      throws IOException {
    return had(() -> elsewhere.saved(timeline.article().uri(), type, at, page));
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new HttpProblem(
          400, "'time' is not a time with its offset, such as 2015-11-19T17:30:00Z.");
    }
  }
}
