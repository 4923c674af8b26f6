package stet.memento;

import java.util.List;

/**
 * A page of an archive's list.
 *
 * @param mementos those that could be read
 * @param more addresses of further pages
 * @param resumeKey by which a CDX server goes on; empty where the list is complete
 * @param unreadable how many lines could not be read, such as those with an impossible time
 */
record Listing(List<Listed> mementos, List<String> more, String resumeKey, int unreadable) {}
