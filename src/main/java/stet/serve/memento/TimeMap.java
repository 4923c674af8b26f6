package stet.serve.memento;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.app.Mementos;
import stet.app.Mementos.Memento;
import stet.app.ServedCollection;
import stet.export.LinkFormat;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.text.time.HttpDate;

/**
 * All mementos of a page, in the link format (RFC 7089 section 5) and as JSON. Where there are
 * many, each page of the list links to all others, with the times from and until which they reach.
 */
final class TimeMap {
  /** So many are about 200 KB in the link format. */
  static final int PAGE = 1_000;

  private static final Pattern NUMBERED = Pattern.compile("([1-9][0-9]{0,6})/(.*)", Pattern.DOTALL);

  private final ServedCollection collection;

  TimeMap(ServedCollection collection) {
    this.collection = collection;
  }

  /**
   * A page of the list.
   *
   * @param number from 1
   * @param count of all pages
   */
  record Part(Places places, int number, int count) {
    List<Memento> mementos() {
      return mementos(number);
    }

    List<Memento> mementos(int page) {
      List<Memento> all = places.mementos().all();
      return all.subList((page - 1) * PAGE, Math.min(page * PAGE, all.size()));
    }

    Memento lastOf(int page) {
      List<Memento> mementos = mementos(page);
      return mementos.get(mementos.size() - 1);
    }
  }

  /** In the link format. */
  Answer links(Asked asked) throws IOException {
    byte[] document = document(part(asked)).getBytes(StandardCharsets.US_ASCII);
    return Answer.of(200, LinkFormat.TYPE, document);
  }

  /** The same as JSON, in the form that Memento's own services have. */
  Answer json(Asked asked) throws IOException {
    return Answer.json(TimeMapJson.of(part(asked)));
  }

  private Part part(Asked asked) throws IOException {
    String rest = asked.path().get(2);
    Matcher numbered = NUMBERED.matcher(rest);
    int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 1;
    String uri = numbered.matches() ? numbered.group(2) : rest;
    Mementos mementos = collection.ask(c -> MementoRoutes.mementos(c, AskedUri.candidates(uri)));
    int count = (mementos.all().size() + PAGE - 1) / PAGE;
    if (number > count) {
      throw new HttpProblem(404, "The list has only " + count + " pages.");
    }
    return new Part(Places.of(asked, mementos), number, count);
  }

  private static String document(Part part) {
    Places places = part.places();
    LinkFormat links = new LinkFormat().add(places.original(), "original");
    links.add(places.timeGate(), "timegate");
    for (int page = 1; page <= part.count(); page++) {
      links.add(
          places.timeMap("link", page),
          page == part.number() ? "self" : "timemap",
          "type",
          LinkFormat.TYPE,
          "from",
          HttpDate.format(part.mementos(page).get(0).at()),
          "until",
          HttpDate.format(part.lastOf(page).at()));
    }
    for (Memento memento : part.mementos()) {
      boolean first = memento.equals(places.mementos().first());
      boolean last = memento.equals(places.mementos().last());
      String rel = (first ? "first " : "") + (last ? "last " : "") + "memento";
      links.add(places.memento(memento, ""), rel, "datetime", HttpDate.format(memento.at()));
    }
    return links.document();
  }
}
