package stet.copies;

import java.util.List;

/**
 * The same text in several outlets. Each member is a copy of the longest text by itself: what is
 * only like another member does not belong to it.
 *
 * @param centre number of the article with the longest text
 * @param members in the order in which they were first seen; of at least two outlets. A member that
 *     was seen later may have been there earlier
 */
public record Story(long centre, List<Member> members) {
  public Story {
    members = List.copyOf(members);
  }

  /** The outlets, in the order in which each was first seen to have it. */
  public List<String> outlets() {
    return members.stream().map(Member::outlet).distinct().toList();
  }
}
