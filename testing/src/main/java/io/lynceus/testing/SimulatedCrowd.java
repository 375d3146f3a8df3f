package io.lynceus.testing;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Votes of a made-up crowd for sources whose truth is known: the same for the same seed.
///
/// Classes are AGN, star, X-ray binary, cataclysmic variable, other, from 0. A difficult source draws everybody's
/// answer towards the class it is easily taken for (binary and AGN, cataclysmic variable and star), so votes for it
/// are wrong together, which no model of independent users foresees.
///
/// @param truth class of each source
/// @param users number of users
/// @param source of each vote, in the order in which they are cast
/// @param user of each vote
/// @param answer of each vote, -1 if unsure
public record SimulatedCrowd(byte[] truth, int users, int[] source, int[] user, byte[] answer) {
    /// Number of classes.
    public static final int CLASSES = 5;
    private static final byte UNSURE = -1;
    private static final byte AGN = 0;
    /// What each class is taken for.
    private static final byte[] LOOKALIKE = {2, 3, 0, 1, 0};
    /// Shares of the classes among the sources, cumulative.
    private static final double[] SHARES = {0.5, 0.75, 0.87, 0.95, 1};
    /// Share of the wrong answers that go to the lookalike.
    private static final double LOOKALIKE_SHARE = 0.6;
    /// Consecutive sources that a spammer floods with one answer.
    private static final int BURST = 40;

    private enum Kind {
        SKILLED,
        LAZY,
        ADVERSARIAL,
        SPAMMER
    }

    /// @param accuracy by class
    private record Volunteer(Kind kind, double[] accuracy) {}

    /// 60% skilled users, each better at some classes than at others; 20% lazy ones who say AGN half of the time
    /// without looking; 8% adversaries who know the class and name the next; 12% spammers who flood runs of sources
    /// with one answer. Few users cast most of the votes.
    public static SimulatedCrowd mixed(int sources, int users, int votes, long seed) {
        return new Draw(seed, new byte[sources], false, users, false).votes(votes);
    }

    /// The same crowd about sources whose classes are given.
    public static SimulatedCrowd about(byte[] truth, int users, int votes, long seed) {
        return new Draw(seed, truth.clone(), true, users, false).votes(votes);
    }

    /// Skilled users only, right nine times in ten, about sources that nobody finds difficult.
    public static SimulatedCrowd easy(int sources, int users, int votes, long seed) {
        return new Draw(seed, new byte[sources], false, users, true).votes(votes);
    }

    /// This crowd and accounts that copy: some users get `copies` more accounts each, which vote after them for nine in
    /// ten of their sources, with their answer at a probability of `faithful` and else with any class.
    ///
    /// The copies of the k-th of them are the users `users() + k * copies` and following; [#copied] tells whose
    /// they are.
    ///
    /// @param least votes of a user who is copied
    public SimulatedCrowd withCopies(int copied, int copies, double faithful, int least, long seed) {
        int[] originals = copied(copied, least, seed);
        Random random = new Random(seed + 1);
        IntStream.Builder sources = IntStream.builder();
        IntStream.Builder users = IntStream.builder();
        IntStream.Builder answers = IntStream.builder();
        for (int k = 0; k < copied; k++) {
            for (int copy = 0; copy < copies; copy++) {
                for (int vote = 0; vote < source.length; vote++) {
                    if (user[vote] == originals[k] && random.nextDouble() < 0.9) {
                        sources.add(source[vote]);
                        users.add(this.users + k * copies + copy);
                        answers.add(random.nextDouble() < faithful ? answer[vote] : random.nextInt(CLASSES));
                    }
                }
            }
        }
        int[] added = answers.build().toArray();
        byte[] all = Arrays.copyOf(answer, answer.length + added.length);
        for (int i = 0; i < added.length; i++) {
            all[answer.length + i] = (byte) added[i];
        }
        return new SimulatedCrowd(
                truth,
                this.users + copied * copies,
                IntStream.concat(Arrays.stream(source), sources.build()).toArray(),
                IntStream.concat(Arrays.stream(user), users.build()).toArray(),
                all);
    }

    /// Who is copied by [#withCopies].
    public int[] copied(int copied, int least, long seed) {
        int[] votes = new int[users];
        for (int each : user) {
            votes[each]++;
        }
        return new Random(seed)
                .ints(0, users)
                .filter(each -> votes[each] >= least)
                .distinct()
                .limit(copied)
                .toArray();
    }

    private static final class Draw {
        private final Random random;
        private final byte[] truth;
        private final double[] difficulty;
        private final Volunteer[] volunteers;
        private final double[] activity;

        Draw(long seed, byte[] truth, boolean given, int users, boolean easy) {
            this.random = new Random(seed);
            this.truth = truth;
            this.difficulty = new double[truth.length];
            for (int s = 0; s < truth.length; s++) {
                byte drawn = (byte) place(SHARES, random.nextDouble());
                truth[s] = given ? truth[s] : drawn;
                difficulty[s] = easy ? 0 : Math.pow(random.nextDouble(), 3);
            }
            this.volunteers = new Volunteer[users];
            this.activity = new double[users];
            for (int u = 0; u < users; u++) {
                volunteers[u] = easy ? new Volunteer(Kind.SKILLED, even(0.9)) : volunteer(random.nextDouble());
                activity[u] = easy ? 1 : Math.exp(random.nextGaussian());
            }
            Arrays.parallelPrefix(activity, Double::sum);
        }

        private static double[] even(double accuracy) {
            double[] result = new double[CLASSES];
            Arrays.fill(result, accuracy);
            return result;
        }

        private Volunteer volunteer(double lot) {
            Kind kind = Kind.values()[place(new double[] {0.6, 0.8, 0.88, 1}, lot)];
            double[] accuracy = even(kind == Kind.LAZY ? 0.5 : 0.7 + 0.25 * random.nextDouble());
            if (kind == Kind.SKILLED) {
                for (int c = 2; c < CLASSES; c++) {
                    accuracy[c] = 0.4 + 0.55 * random.nextDouble();
                }
            }
            return new Volunteer(kind, accuracy);
        }

        SimulatedCrowd votes(int votes) {
            int[] wanted = new int[truth.length];
            for (int vote = 0; vote < votes; vote++) {
                wanted[vote < 2 * truth.length ? vote % truth.length : random.nextInt(truth.length)]++;
            }
            int[] source = new int[votes];
            int[] user = new int[votes];
            byte[] answer = new byte[votes];
            int spammer = -1;
            byte spam = 0;
            int vote = 0;
            for (int s = 0; s < truth.length; s++) {
                if (s % BURST == 0) {
                    int candidate = random.nextInt(volunteers.length);
                    spammer = volunteers[candidate].kind() == Kind.SPAMMER ? candidate : -1;
                    spam = (byte) random.nextInt(CLASSES);
                }
                int begin = vote;
                for (int i = 0; i < wanted[s]; i++) {
                    boolean floods = i == 0 && spammer >= 0;
                    user[vote] = floods ? spammer : anotherUser(user, begin, vote);
                    source[vote] = s;
                    answer[vote] = floods ? spam : answer(volunteers[user[vote]], s);
                    vote++;
                }
            }
            shuffle(source, user, answer);
            return new SimulatedCrowd(truth, volunteers.length, source, user, answer);
        }

        private int anotherUser(int[] user, int begin, int end) {
            while (true) {
                int candidate = place(activity, random.nextDouble() * activity[activity.length - 1]);
                if (Arrays.stream(user, begin, end).noneMatch(other -> other == candidate)) {
                    return candidate;
                }
            }
        }

        private byte answer(Volunteer volunteer, int source) {
            return switch (volunteer.kind()) {
                case SPAMMER -> (byte) random.nextInt(CLASSES);
                case LAZY -> random.nextBoolean() ? AGN : looked(volunteer, source);
                case ADVERSARIAL -> (byte) ((Math.max(0, looked(volunteer, source)) + 1) % CLASSES);
                case SKILLED -> looked(volunteer, source);
            };
        }

        private byte looked(Volunteer volunteer, int source) {
            byte right = truth[source];
            if (random.nextDouble() < 0.3 * difficulty[source]) {
                return UNSURE;
            }
            double chance = 1.0 / CLASSES;
            double accuracy = chance + (volunteer.accuracy()[right] - chance) * (1 - difficulty[source]);
            if (random.nextDouble() < accuracy) {
                return right;
            }
            return random.nextDouble() < LOOKALIKE_SHARE
                    ? LOOKALIKE[right]
                    : (byte) ((right + 1 + random.nextInt(CLASSES - 1)) % CLASSES);
        }

        private void shuffle(int[] source, int[] user, byte[] answer) {
            for (int i = source.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int otherSource = source[j];
                int otherUser = user[j];
                byte otherAnswer = answer[j];
                source[j] = source[i];
                user[j] = user[i];
                answer[j] = answer[i];
                source[i] = otherSource;
                user[i] = otherUser;
                answer[i] = otherAnswer;
            }
        }

        /// First place whose cumulative share is above the lot.
        private static int place(double[] cumulative, double lot) {
            int place = Arrays.binarySearch(cumulative, lot);
            return Math.min(cumulative.length - 1, place >= 0 ? place + 1 : -place - 1);
        }
    }
}
