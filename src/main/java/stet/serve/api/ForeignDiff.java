package stet.serve.api;

import java.io.IOException;
import stet.app.elsewhere.Foreign;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.json.ForeignFacts;
import stet.json.Sent;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.ForeignAsked;
import stet.serve.page.Site;
import stet.text.MediaTypes;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** A version compared with a capture that others keep. */
final class ForeignDiff {
  private static final int MOST_JSON = 1 << 16;

  private final ForeignAsked foreign;

  ForeignDiff(Site site) {
    this.foreign = new ForeignAsked(site);
  }

  /** What differs. */
  Answer answer(Asked asked) throws IOException {
    Timeline timeline = foreign.timeline(asked.path().get(3));
    SeenVersion seen =
        timeline.versions().get(foreign.version(asked.query("version"), timeline) - 1);
    Foreign found = found(asked, timeline);
    boolean first = found.isBefore(seen);
    Revision revision =
        first
            ? Differs.standard().diff(found.version(), seen.state())
            : Differs.standard().diff(seen.state(), found.version());
    ForeignFacts facts =
        new ForeignFacts(
            found.capture().uri(),
            found.memento(),
            found.at(),
            found.capture().payload().digest().labelled(),
            found.whole(),
            first);
    return Answer.json(StetJson.foreign(timeline.article(), seen.number(), facts, revision).line());
  }

  private Foreign found(Asked asked, Timeline timeline) throws IOException {
    String type = MediaTypes.essence(asked.header("Content-Type").orElse(""));
    if (type.equals("application/json")) {
      return foreign.memento(memento(asked));
    } else if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
      return foreign.content(asked, timeline);
    }
    throw new HttpProblem(415, "What is sent here is application/json or text/html.");
  }

  private static String memento(Asked asked) throws IOException {
    try {
      return Sent.memento(asked.content(MOST_JSON));
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, String.valueOf(e.getMessage()));
    }
  }
}
