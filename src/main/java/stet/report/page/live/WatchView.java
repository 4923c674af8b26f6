package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Shown;

/**
 * What is tracked, and how it goes.
 *
 * @param counts how much is tracked, watched and due, in a sentence
 * @param next the checks that come next
 * @param resting hosts that are not asked for a while
 * @param failed checks that found nothing, latest first
 * @param tracked what is checked, in the order of addresses
 * @param hubs lists that name a hub, which tells of their changes or could
 * @param held what looks like a new page template
 * @param token what forms send along; empty for who may not write
 */
public record WatchView(
    Frame frame,
    String counts,
    List<Line> next,
    List<Line> resting,
    List<Line> failed,
    List<Line> hubs,
    List<Held> held,
    Tracked tracked,
    String token) {

  /**
   * A part of the pages that are checked.
   *
   * @param next address of the part after it; empty for none
   * @param data address of the same part for programs
   */
  public record Tracked(List<Page> pages, String next, String data) {}

  /**
   * A page that is checked.
   *
   * @param when it was checked and is next, in words
   * @param note why the last check showed nothing; empty for none
   */
  public record Page(String uri, String when, String note) {
    public Page {
      note = Shown.text(note);
    }

    /** The address as it is shown. */
    public String shown() {
      return Shown.text(uri);
    }
  }

  /**
   * A line.
   *
   * @param when in words
   * @param what an address or a host
   * @param note more of it, empty for none
   */
  public record Line(String when, String what, String note) {
    public Line {
      what = Shown.text(what);
      note = Shown.text(note);
    }
  }

  /**
   * Revisions that are held together.
   *
   * @param number by which they are judged
   * @param href where they are listed
   * @param sample a text that they share
   * @param verdict what was made of them, in words
   * @param open whether nobody has judged them yet
   */
  public record Held(
      String number,
      String outlet,
      String href,
      String when,
      String counts,
      String sample,
      String verdict,
      boolean open) {
    public Held {
      outlet = Shown.text(outlet);
      sample = Shown.text(sample);
    }
  }
}
