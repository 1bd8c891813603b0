import { pageValue } from './page-value.js';
import { shared } from './shared.js';

/** Makes what Trusted Types lets through; strings where the engine has no such types. */
interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/**
 * The Trusted Types policy `user-pays-image`: one per page, because a second one of its name is
 * refused. HTML passes as it is: in the files for script tags it is that of the templates, which are
 * part of the code. `scripts` are the only addresses of scripts that pass. `made` is `undefined` where
 * the page has no Trusted Types, or does not allow the policy.
 */
export function trustedPolicy(): { readonly scripts: Set<string>; readonly made?: Policy } {
  return shared('trusted-policy', 1, () => {
    const scripts = new Set<string>();
    const policies = pageValue('trustedTypes') as Policies | undefined;
    try {
      const made = policies?.createPolicy('user-pays-image', {
        createHTML: (html) => html,
        createScriptURL: (url) => {
          if (!scripts.has(url)) throw new TypeError('not a script of ours');
          return url;
        },
      });
      return made ? { scripts, made } : { scripts };
    } catch {
      // The browser's console says so. The page may allow strings all the same.
      return { scripts };
    }
  });
}
