package org.aegle.directory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.aegle.refusal.Invalid;

/**
 * Addresses and networks that something may come from. Names are no addresses: whoever answers for the name would decide
 * who comes in.
 */
public record NetworkAddresses(List<Network> networks) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String RULE =
            "must be IP addresses or networks separated by spaces, such as 10.1.2.3 10.4.0.0/16 ::1, but is ";

    public NetworkAddresses {
        networks = List.copyOf(networks);
    }

    /** Reads addresses and networks in CIDR form, separated by spaces; refuses with {@link Invalid} all else. */
    public static NetworkAddresses parse(String text) {
        return new NetworkAddresses(Arrays.stream(text.strip().split("\\s+"))
                .filter(one -> !one.isEmpty())
                .map(NetworkAddresses::network)
                .toList());
    }

    /** Whether one of them is, or has, this address. */
    public boolean admit(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address.getAddress()));
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        String base = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(base).matches()) {
            throw new Invalid("addresses", RULE + text);
        }
        try {
            byte[] bytes = InetAddress.getByName(base).getAddress();
            int bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > bytes.length * 8) {
                throw new Invalid("addresses", RULE + text);
            }
            return new Network(bytes, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new Invalid("addresses", RULE + text);
        }
    }

    /** The addresses whose first bits are those of a base. */
    record Network(byte[] base, int bits) {
        boolean has(byte[] address) {
            if (address.length != base.length) {
                return false;
            }
            int whole = bits / 8;
            boolean same = Arrays.equals(address, 0, whole, base, 0, whole);
            int rest = bits % 8;
            return same && (rest == 0 || ((address[whole] ^ base[whole]) & 0xFF) >> (8 - rest) == 0);
        }
    }
}
