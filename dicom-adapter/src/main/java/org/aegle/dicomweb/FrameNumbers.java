package org.aegle.dicomweb;

import java.util.ArrayList;
import java.util.List;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;

/** A list of frames in an address (PS3.18 10.4.1.1.6). */
final class FrameNumbers {
    private FrameNumbers() {}

    /** Refuses with {@link Invalid} what is no list, and with {@link NotFound} a frame that is not there. */
    static List<Integer> parse(String list, int count) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            numbers.add(single(one));
        }
        for (int number : numbers) {
            if (number > count) {
                throw new NotFound("frame", Integer.toString(number));
            }
        }
        return numbers;
    }

    /** Refuses with {@link Invalid} what is no number of a frame. */
    static int single(String number) {
        if (!number.matches("[1-9][0-9]{0,7}")) {
            throw new Invalid("frames", "must be frame numbers from 1 on, separated by commas");
        }
        return Integer.parseInt(number);
    }
}
