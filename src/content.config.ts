import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The handbook of each of the three users, `<who>.<language>.mdx`. */
const handbook = defineCollection({
  loader: glob({ base: './content/handbook', pattern: '*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  schema: z.object({ title: z.string() }),
});

export const collections = { handbook };
