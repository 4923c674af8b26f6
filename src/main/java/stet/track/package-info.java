/** The flow: a capture in, its timeline brought up to date. */
@org.jspecify.annotations.NullMarked
package stet.track;
