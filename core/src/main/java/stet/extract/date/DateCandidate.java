package stet.extract.date;

import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.extract.words.Texts;

/**
 * A place on a page that states a date, before anything is decided.
 *
 * @param weight how far the place is trusted, 0 to 100, from the table of date rules
 */
public record DateCandidate(Role role, int weight, String rule, String printed, Moment moment) {
  StatedDate stated() {
    return moment.stated(role, Texts.head(printed, 120), rule);
  }

  DateCandidate heavier(int points) {
    return new DateCandidate(role, weight + points, rule, printed, moment);
  }

  String line() {
    return "'" + Texts.head(printed, 80) + "' read as " + stated().iso() + ", weight " + weight;
  }
}
