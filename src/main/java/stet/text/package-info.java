/** What every reader of text needs, whoever wrote it: names of charsets. Pure. */
@org.jspecify.annotations.NullMarked
package stet.text;
