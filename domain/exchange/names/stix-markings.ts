/**
 * Markings as STIX 2.1 has them. Its own are those of version 1 of the protocol; those of TLP 2.0 are objects of an
 * extension that OASIS has published, with ids and a date of its own that nobody else makes (STIX 2.1 TLP 2.0 Marking
 * Definition Extension, cti-stix-common-objects). A banner of a house is a statement.
 */

import { type Markings, type TlpLabel, tlpLabels } from '../../tradecraft/marking.ts';
import type { IdOf } from './exported-names.ts';

const EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const PUBLISHED = '2022-10-01T00:00:00.000Z';

const published: Readonly<Record<TlpLabel, string>> = {
  'TLP:CLEAR': '94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': '939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'e828b379-4e03-4974-9ac4-e53a884c97c1',
};

const labelId = (label: TlpLabel): string => `marking-definition--${published[label]}`;
const bannerId = (banner: string, idOf: IdOf): string => `marking-definition--${idOf(`banner ${banner}`)}`;

/** The ids of what marks an object. */
export const markingRefs = ({ label, banners }: Markings, idOf: IdOf): readonly string[] => [
  ...(label === null ? [] : [labelId(label)]),
  ...banners.map((banner) => bannerId(banner, idOf)),
];

/** The definitions of all that `markings` name, each once; `at` is when a banner was first written down here. */
export const markingDefinitions = (
  markings: readonly Markings[],
  idOf: IdOf,
  at: string,
): readonly object[] => {
  const labels = new Set(markings.map(({ label }) => label));
  const banners = new Set(markings.flatMap((each) => each.banners));
  const common = { type: 'marking-definition', spec_version: '2.1' };
  return [
    ...tlpLabels
      .filter((label) => labels.has(label))
      .map((label) => ({
        ...common,
        id: labelId(label),
        created: PUBLISHED,
        name: label,
        extensions: {
          [EXTENSION]: {
            extension_type: 'property-extension',
            tlp_2_0: label.slice('TLP:'.length).toLowerCase(),
          },
        },
      })),
    ...[...banners].map((banner) => ({
      ...common,
      id: bannerId(banner, idOf),
      created: at,
      definition_type: 'statement',
      definition: { statement: banner },
    })),
  ];
};
